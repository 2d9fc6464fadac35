import {
  DOUBLE,
  type DuckDBPreparedStatement,
  DuckDBTimestampTZValue,
  type DuckDBValue,
  LIST,
  listValue,
  TIMESTAMPTZ,
  VARCHAR,
} from '@duckdb/node-api';
import type { SeriesPoint } from '../domain/anomalies.ts';
import type { AnyFact, FactKind } from '../domain/facts.ts';
import type { BreakdownRow, Filter, KpiReport, Range, TrendBucket } from '../domain/reports.ts';
import { createBatcher } from './batcher.ts';
import { type Database, type DatabaseOptions, openDatabase, type Parameter } from './open-database.ts';
import { exportSql } from './export-sql.ts';
import { breakdownSqlBy, kpisSql, trendSqlBy } from './report-sql.ts';
import { seriesSql } from './series-sql.ts';
import { countExpired, createTables, eraseStatements, factsOfCustomer, insertRows, keyOf, lastEventTime, removeExpired } from './tables.ts';
import { valueSql } from './value-sql.ts';
import type { Warehouse } from './warehouse.ts';

/** An empty list says nothing of its type. */
const HELD = { held: LIST(VARCHAR) };

/** Facts written together. */
const MAX_FACTS = 500;

const text = (value: string | null): Parameter => ({ value, type: VARCHAR });
const number = (value: number): Parameter => ({ value, type: DOUBLE });
const list = (values: readonly string[] = []): Parameter => ({ value: listValue([...values]), type: LIST(VARCHAR) });
const instant = (value: Date): Parameter => ({ value: new DuckDBTimestampTZValue(BigInt(value.getTime()) * 1_000n), type: TIMESTAMPTZ });
const rangeOf = ({ from, to }: Range) => ({ from: instant(from), to: instant(to) });
const filterOf = ({ channels, customerId, languages }: Filter) => ({
  channels: list(channels),
  customerId: text(customerId ?? null),
  languages: list(languages),
});

/** The warehouse on an embedded DuckDB. */
export async function openDuckdbWarehouse(options: DatabaseOptions): Promise<Warehouse> {
  const database = await openDatabase(options);
  for (const statement of createTables) await database.writer.run(statement);
  const batcher = createBatcher<AnyFact | Removal>(await createFactWriter(database), { maxItems: MAX_FACTS });
  const kpis = kpisSql(lastEventTime);

  return {
    record: (facts) => batcher.add(facts),
    erase: async (tenant, customerId, before) => {
      const removal: Removal = { kind: 'removal', statements: eraseStatements, parameters: { tenant, customerId, before }, removed: 0 };
      await batcher.add([removal]); // behind what waits, so that it takes that along
      return removal.removed;
    },
    countExpired: async ({ tenant, before, held }) => {
      const [row] = await database.rows<{ facts: number }>(countExpired, { tenant: text(tenant), before: text(before), held: list(held) });
      return row!.facts;
    },
    expire: async ({ tenant, before, held }, first) => {
      const parameters = { tenant, before, held: listValue([...held]) };
      const removal: Removal = { kind: 'removal', statements: removeExpired, parameters, first, removed: 0 };
      await batcher.add([removal]);
      return removal.removed;
    },
    factsOf: async (kind, tenant, customerId, { after, first }) => {
      const parameters = { tenant: text(tenant), customerId: text(customerId), after: text(after ?? null), first: number(first) };
      const rows = await database.rows<Record<string, unknown>>(factsOfCustomer(kind), parameters);
      return rows.map((data) => ({ key: String(data[keyOf(kind)]), data }));
    },
    kpis: async (tenant, range, now) => {
      const [row] = await database.rows<KpiReport>(kpis, { tenant: text(tenant), ...rangeOf(range), now: instant(now) });
      return row!;
    },
    sentimentTrend: (tenant, { range, interval, timezone, filter }) =>
      database.rows<TrendBucket>(trendSqlBy[interval], {
        tenant: text(tenant),
        ...rangeOf(range),
        ...filterOf(filter),
        timezone: text(timezone),
      }),
    series: (tenant, { metric, range, interval, timezone, filter }) =>
      database.rows<SeriesPoint>(seriesSql(metric, interval), {
        tenant: text(tenant),
        ...rangeOf(range),
        ...filterOf(filter),
        timezone: text(timezone),
      }),
    value: async (tenant, { metric, range, filter }) => {
      const span = metric === 'OPEN_REVIEWS' ? { to: instant(range.to) } : rangeOf(range);
      const [row] = await database.rows<{ value: number | null }>(valueSql(metric), { tenant: text(tenant), ...span, ...filterOf(filter) });
      return row!.value;
    },
    breakdown: (tenant, { by, range, filter, top }) =>
      database.rows<BreakdownRow>(breakdownSqlBy[by], { tenant: text(tenant), ...rangeOf(range), ...filterOf(filter), top: number(top) }),
    exportTo: (tenant, { range, filter, format }, file) =>
      database.run(exportSql(format, file), { tenant: text(tenant), ...rangeOf(range), ...filterOf(filter) }),
    isFilled: async () => (await database.rows(`SELECT 1 FROM meta WHERE name = 'filled'`, {})).length > 0,
    markFilled: async () => void (await database.writer.run(`INSERT OR IGNORE INTO meta VALUES ('filled', 'true')`)),
    copyTo: (file) => database.copyTo(file),
    [Symbol.asyncDispose]: async () => {
      await batcher.flush();
      await database[Symbol.asyncDispose]();
    },
  };
}

/** Rides among the facts, so that writes keep their one order. */
interface Removal {
  kind: 'removal';
  statements: readonly string[];
  parameters: Record<string, DuckDBValue>;
  /** Of all statements together at most so many. */
  first?: number;
  /** Answered here. */
  removed: number;
}

/** Writes facts of any kinds, prepared once: a single event's facts are mostly of one kind, and then the statement is its own transaction. */
async function createFactWriter({ writer }: Database): Promise<(items: readonly (AnyFact | Removal)[]) => Promise<void>> {
  const inserts = new Map<string, DuckDBPreparedStatement>();
  for (const [kind, sql] of Object.entries(insertRows)) inserts.set(kind, await writer.prepare(sql));
  const insert = async (kind: string, facts: readonly AnyFact[]) => {
    const statement = inserts.get(kind)!;
    statement.bindVarchar(1, JSON.stringify(withoutTwins(kind as FactKind, facts)));
    await statement.run();
  };
  const remove = async (removal: Removal) => {
    const { statements, parameters, first } = removal;
    removal.removed = 0;
    for (const sql of statements) {
      if (removal.removed === first) break;
      const limit: Record<string, number> = first === undefined ? {} : { first: first - removal.removed };
      removal.removed += Number((await writer.run(sql, { ...parameters, ...limit }, HELD)).rowsChanged);
    }
  };
  return async (items) => {
    const removals = items.filter((item) => item.kind === 'removal');
    const facts = items.filter((item) => item.kind !== 'removal');
    const kinds = Object.entries(Object.groupBy(facts, ({ kind }) => kind));
    if (kinds.length === 1 && removals.length === 0) return insert(kinds[0]![0], facts);
    await writer.run('BEGIN');
    try {
      for (const [kind, rows] of kinds) await insert(kind, rows!);
      for (const removal of removals) await remove(removal);
      await writer.run('COMMIT');
    } catch (error) {
      await writer.run('ROLLBACK').catch(() => {});
      throw error;
    }
  };
}

/** An upsert may name each key once; of twins in one batch the later one counts. */
function withoutTwins(kind: FactKind, facts: readonly AnyFact[]): AnyFact[] {
  const key = keyOf(kind) as keyof AnyFact;
  return [...new Map(facts.map((fact) => [JSON.stringify([fact.tenant, fact[key]]), fact])).values()];
}
