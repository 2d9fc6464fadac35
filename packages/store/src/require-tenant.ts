import type { Query, Schema } from 'mongoose';

/** Query option of the few places that serve the platform itself (relays, sign-in before the tenant is known, migrations). */
export const acrossTenants: object = { acrossTenants: true };

/**
 * Makes a query or aggregation that names no tenant an error, so that forgetting it can never show one tenant another's data.
 * `acrossTenants` as query option lifts it, visibly.
 */
export function requireTenant(schema: Schema): void {
  schema.pre(/^(find|count|distinct|update|delete|replace)/, function (this: Query<unknown, unknown>) {
    const { tenant } = this.getFilter();
    const options = this.getOptions() as { acrossTenants?: boolean };
    if (typeof tenant !== 'string' && !options.acrossTenants) {
      throw new Error(`A query on "${this.model.collection.name}" names no tenant. Add it to the filter, or pass acrossTenants on purpose.`);
    }
  });
  schema.pre('aggregate', function () {
    const [first] = this.pipeline() as { $match?: { tenant?: unknown } }[];
    if (typeof first?.$match?.tenant !== 'string' && !(this.options as { acrossTenants?: boolean }).acrossTenants) {
      throw new Error('An aggregation must begin with a $match that names the tenant.');
    }
  });
}
