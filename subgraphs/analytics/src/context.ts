import type { BaseContext, Clock, NewId } from '@customerai/service';
import type { Erasures } from '@customerai/store';
import DataLoader from 'dataloader';
import type { Exporter } from './commands/export-report.ts';
import type { AlertRule } from './domain/alerts.ts';
import type { Figures } from './events/tell-figures.ts';
import type { AlertWatch } from './events/watch-alerts.ts';
import type { RuleStore } from './store/alert-rules.ts';
import type { ExportFolder } from './store/export-folder.ts';
import type { ServiceKey } from './store/service-key.ts';
import type { Warehouse } from './store/warehouse.ts';
import type { Webhooks } from './webhook/send-webhook.ts';

/** Process life. */
export interface Deps {
  warehouse: Warehouse;
  erasures: Erasures;
  figures: Figures;
  rules: RuleStore;
  alerts: AlertWatch;
  webhooks: Webhooks;
  exports: ExportFolder;
  exporter: Exporter;
  key: ServiceKey;
  clock: Clock;
  newId: NewId;
}

/** Request life. */
export interface Context extends BaseContext, Deps {
  /** Alert rules of the viewer's tenant, removed ones too; nobody else's exist. */
  ruleById: DataLoader<string, AlertRule | null>;
}

export function createContext(deps: Deps, caller: BaseContext): Context {
  const { viewer } = caller;
  const ruleById = new DataLoader<string, AlertRule | null>((ids) =>
    viewer.kind === 'anonymous' ? Promise.resolve(ids.map(() => null)) : deps.rules.findMany(viewer.tenant, ids),
  );
  return { ...deps, ...caller, ruleById };
}
