// Our gateway as it stands, in a process of its own: signed requests to the services, tokens, limits, trace ids.
import { openBus } from '@customerai/events';
import { startGateway } from '@customerai/gateway';
import { authKeys, createInProcessRpc, createLogger, newId } from '@customerai/service';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { readFileSync } from 'node:fs';

const TOKENS = 200;
const { SUPERGRAPH, SUBGRAPHS } = process.env as Record<string, string>;
const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
const kid = newId();
const rpc = createInProcessRpc();
await rpc.serve(authKeys, async () => ({ keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'EdDSA' }] }));
const bus = await openBus('embedded:');
const subgraphs = Object.fromEntries(Object.entries(JSON.parse(SUBGRAPHS!) as Record<string, string>).map(([name, url]) => [name, { url }]));
const gateway = await startGateway(
  { PORT: '0', GATEWAY_PRIVATE_KEY: JSON.stringify({ ...(await exportJWK(privateKey)), kid }) },
  {
    bus,
    rpc,
    clock: () => new Date(),
    log: createLogger({ service: 'bench', level: 'error' }),
    subgraphs,
    supergraphSdl: readFileSync(SUPERGRAPH!, 'utf8'),
  },
);
const tokens = await Promise.all(
  Array.from({ length: TOKENS }, (_, index) =>
    new SignJWT({ tenant: 'acme', scope: '', kind: 'user', jti: newId() })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid })
      .setIssuer('customerai')
      .setAudience('customerai')
      .setSubject(`user-${index}`)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(privateKey),
  ),
);
process.on('disconnect', () => process.exit());
process.send!({ url: `${gateway.url}/graphql`, tokens });
