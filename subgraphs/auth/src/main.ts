import { runService } from '@customerai/service';
import { startAuth } from './start.ts';

// A supervisor shows the first sign-in and keeps the operator's token fresh, as the all-in-one does.
await runService('auth', startAuth, (service) => ({
  firstAdmin: () => service.firstAdmin,
  operatorToken: (options: { lifetimeSeconds: number }) => service.issueOperatorToken(options),
}));
