export const STATUSES = ['OPEN', 'CLAIMED', 'ESCALATED', 'APPROVED', 'EDITED', 'REJECTED'] as const;
export type Status = (typeof STATUSES)[number];

/** What the address of the list says. Times are ISO 8601, inclusive from, exclusive to. */
export interface ListFilter {
  status?: Status[];
  reason?: string[];
  /** Id of the person who decided. */
  by?: string;
  decidedFrom?: string;
  decidedTo?: string;
  addedFrom?: string;
  addedTo?: string;
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value]);
const time = (value: unknown): string | undefined => (typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined);

/** Reads the search parameters; what makes no sense is left out. */
export function parseFilter(search: Record<string, unknown>): ListFilter {
  const status = STATUSES.filter((one) => list(search['status']).includes(one));
  const reason = list(search['reason']).filter((one): one is string => typeof one === 'string' && one !== '');
  const parsed: ListFilter = {
    status: status.length > 0 ? status : undefined,
    reason: reason.length > 0 ? reason : undefined,
    by: search['by'] == null || search['by'] === '' ? undefined : String(search['by']),
    decidedFrom: time(search['decidedFrom']),
    decidedTo: time(search['decidedTo']),
    addedFrom: time(search['addedFrom']),
    addedTo: time(search['addedTo']),
  };
  return Object.fromEntries(Object.entries(parsed).filter(([, value]) => value !== undefined));
}

/** The same as the platform takes it. */
export const toVariables = ({ status, reason, by, ...times }: ListFilter) => ({ filter: { status, reason }, history: { decidedBy: by, ...times } });
