/** A place for what may vanish at any time. Values are JSON. A cache that fails answers like an empty one. */
export interface Cache extends AsyncDisposable {
  get<Value>(key: string): Promise<Value | undefined>;
  set(key: string, value: unknown, options: { ttlSeconds: number }): Promise<void>;
  /** Sets only when the key is absent; tells whether it did. For locks that may be lost and replay checks. */
  setIfAbsent(key: string, value: unknown, options: { ttlSeconds: number }): Promise<boolean>;
  delete(key: string): Promise<void>;
}
