/** Somebody who wrote lately. */
export interface RecentCustomer {
  id: string;
  name?: string | null;
  lastAt: string;
  lastLabel?: 'NEGATIVE' | 'NEUTRAL' | 'POSITIVE';
  lastScore?: number;
  /** In the last thirty days; null when the breakdown does not reach so far. */
  messages: number | null;
  averageScore?: number | null;
  negativeShare?: number | null;
}

interface Message {
  receivedAt: string;
  customer: { id: string; name?: string | null };
  sentiment?: { label: 'NEGATIVE' | 'NEUTRAL' | 'POSITIVE'; score: number } | null;
}
interface Row {
  key: string;
  count: number;
  averageScore?: number | null;
  negativeShare?: number | null;
}

/** Customers of the latest messages (newest first), each once, with what the breakdown counts of them. */
export function recentCustomers(messages: readonly Message[], rows: readonly Row[]): RecentCustomer[] {
  const figures = new Map(rows.map((row) => [row.key, row]));
  const found = new Map<string, RecentCustomer>();
  for (const { customer, receivedAt, sentiment } of messages) {
    if (found.has(customer.id)) continue;
    const row = figures.get(customer.id);
    found.set(customer.id, {
      id: customer.id,
      name: customer.name,
      lastAt: receivedAt,
      lastLabel: sentiment?.label,
      lastScore: sentiment?.score,
      messages: row?.count ?? null,
      averageScore: row?.averageScore,
      negativeShare: row?.negativeShare,
    });
  }
  return [...found.values()];
}
