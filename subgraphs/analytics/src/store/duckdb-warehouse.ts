import { DOUBLE, type DuckDBPreparedStatement, DuckDBTimestampTZValue, LIST, listValue, TIMESTAMPTZ, VARCHAR } from '@duckdb/node-api';
import type { SeriesPoint } from '../domain/anomalies.ts';
import type { AnyFact, FactKind } from '../domain/facts.ts';
import type { BreakdownRow, Filter, KpiReport, Range, TrendBucket } from '../domain/reports.ts';
import { createBatcher } from './batcher.ts';
import { type Database, type DatabaseOptions, openDatabase, type Parameter } from './open-database.ts';
import { exportSql } from './export-sql.ts';
import { breakdownSqlBy, kpisSql, trendSqlBy } from './report-sql.ts';
import { seriesSql } from './series-sql.ts';
import { createTables, eraseStatements, factsOfCustomer, insertRows, keyOf, lastEventTime } from './tables.ts';
import { valueSql } from './value-sql.ts';
import type { Warehouse } from './warehouse.ts';

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
  const batcher = createBatcher<AnyFact | Erasure>(await createFactWriter(database), { maxItems: MAX_FACTS });
  const kpis = kpisSql(lastEventTime);

  return {
    record: (facts) => batcher.add(facts),
    erase: async (tenant, customerId, before) => {
      const erasure: Erasure = { kind: 'erasure', tenant, customerId, before, removed: 0 };
      await batcher.add([erasure]); // behind what waits, so that it takes that along
      return erasure.removed;
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
interface Erasure {
  kind: 'erasure';
  tenant: string;
  customerId: string;
  before: string;
  /** Answered here. */
  removed: number;
}

/** Writes facts of any kinds, prepared once: a single event's facts are mostly of one kind, and then the statement is its own transaction. */
async function createFactWriter({ writer }: Database): Promise<(items: readonly (AnyFact | Erasure)[]) => Promise<void>> {
  const inserts = new Map<string, DuckDBPreparedStatement>();
  for (const [kind, sql] of Object.entries(insertRows)) inserts.set(kind, await writer.prepare(sql));
  const insert = async (kind: string, facts: readonly AnyFact[]) => {
    const statement = inserts.get(kind)!;
    statement.bindVarchar(1, JSON.stringify(withoutTwins(kind as FactKind, facts)));
    await statement.run();
  };
  const erase = async (erasure: Erasure) => {
    const { tenant, customerId, before } = erasure;
    erasure.removed = 0;
    for (const sql of eraseStatements) erasure.removed += (await writer.run(sql, { tenant, customerId, before })).rowsChanged;
  };
  return async (items) => {
    const erasures = items.filter((item) => item.kind === 'erasure');
    const facts = items.filter((item) => item.kind !== 'erasure');
    const kinds = Object.entries(Object.groupBy(facts, ({ kind }) => kind));
    if (kinds.length === 1 && erasures.length === 0) return insert(kinds[0]![0], facts);
    await writer.run('BEGIN');
    try {
      for (const [kind, rows] of kinds) await insert(kind, rows!);
      for (const erasure of erasures) await erase(erasure);
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
