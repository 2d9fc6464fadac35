import { useEffect, useRef, useSyncExternalStore } from 'react';

/** One key of the page that is open, e.g. `{ key: 'j', label: 'Next item', run }`. */
export interface KeyBinding {
  /** As `KeyboardEvent.key` says, in lower case: `j`, `?`, `/`, `escape`, `arrowdown`; `mod+enter` with Ctrl or Command. */
  key: string;
  label: string;
  run(): void;
  /** Also while a field has the focus. */
  inFields?: boolean;
  /** Not now; the sheet still lists it. */
  disabled?: boolean;
  /** Works, but is not listed: a second key for the same thing. */
  hidden?: boolean;
}

export interface KeyGroup {
  title: string;
  bindings: readonly KeyBinding[];
}

let groups: readonly KeyGroup[] = [];
const listeners = new Set<() => void>();
const set = (next: readonly KeyGroup[]) => {
  groups = next;
  for (const listener of listeners) listener();
};

/** What the open page listens to, for the sheet and the palette. */
export const useKeyGroups = (): readonly KeyGroup[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => groups,
  );

/** Listens to these keys while the component is there. The bindings may change with every drawing; keys typed into a field or under an open window are left alone. */
export function useKeys(title: string, bindings: readonly KeyBinding[]): void {
  const current = useRef(bindings);
  const group = useRef<KeyGroup>(undefined);
  useEffect(() => {
    current.current = bindings;
  });
  const signature = bindings.map(({ key, label, disabled }) => `${key}\t${label}\t${disabled ?? false}`).join('\n');
  useEffect(() => {
    const listed = current.current.map((binding, index) => ({ ...binding, run: () => current.current[index]?.run() }));
    group.current = { title, bindings: listed };
    set([...groups, group.current]);
    const mine = group.current;
    return () => set(groups.filter((other) => other !== mine));
  }, [title, signature]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const pressed = `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.key.toLowerCase()}`;
      const binding = current.current.find(({ key }) => key === pressed);
      if (!binding || event.defaultPrevented || event.altKey || isTaken(event.target, binding)) return;
      event.preventDefault();
      if (!binding.disabled) binding.run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function isTaken(target: EventTarget | null, { inFields, key }: KeyBinding): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (document.querySelector('[aria-modal="true"]')?.contains(target) || document.querySelector('[role="menu"]')?.contains(target)) return true;
  const isField = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  if (isField) return !inFields;
  // Enter and Space belong to the button or link that has the focus.
  return (key === 'enter' || key === ' ') && target.closest('button, a, [role="button"]') !== null;
}
