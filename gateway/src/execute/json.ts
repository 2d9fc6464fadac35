/** What a subgraph sends, and what an answer is made of. Never trust that a key is its own: read by `own` unless the name is known to be harmless. */
export type JsonObject = Record<string, unknown>;

/** Whether every object answers to this name without owning it (`constructor`, `toString`, `__proto__` ...). */
export const isInherited = (name: string): boolean => name in Object.prototype;

/** The value of an object's own key, undefined where there is none. */
export const own = (object: JsonObject, key: string): unknown => (isInherited(key) && !Object.hasOwn(object, key) ? undefined : object[key]);

/** What an object says it is; nothing inherits a `__typename`. */
export const typeNameOf = (object: JsonObject): unknown => object['__typename'];

/** Sets an own key, whatever its name: an assignment to `__proto__` would change what the object inherits. */
export function setOwn(object: JsonObject, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true });
  else object[key] = value;
}

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy that shares nothing with the value. */
export function cloneJson<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(cloneJson) as T;
  const copy: JsonObject = {};
  for (const key of Object.keys(value)) setOwn(copy, key, cloneJson((value as JsonObject)[key]));
  return copy as T;
}

const LONG = 64; // from here on the native function is quicker than a loop

/** JSON of a string. */
export function quote(text: string): string {
  if (text.length > LONG) return JSON.stringify(text);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code === 0x22 || code === 0x5c || (code >= 0xd800 && code <= 0xdfff)) return JSON.stringify(text);
  }
  return `"${text}"`;
}
