import { Box } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';

/** Rows read ahead of the last one on the screen, so that nobody scrolls into nothing. */
const AHEAD = 150;

/**
 * A list that draws only the rows on the screen (and some around them), and asks for more before its end comes into sight.
 * All rows have the same height, in pixels.
 */
export function VirtualRows<Item>({
  items,
  keyOf,
  rowHeight,
  label,
  total,
  onNearEnd,
  children,
}: {
  items: readonly Item[];
  keyOf: (item: Item) => string;
  rowHeight: number;
  /** Says to screen readers what the list is. */
  label: string;
  /** How many there are in all, shown or not. */
  total: number;
  onNearEnd: () => void;
  children: (item: Item) => ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keyOf(items[index]!),
    overscan: 25,
  });
  useEffect(() => rows.measure(), [rows, rowHeight]);
  const last = rows.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= items.length - AHEAD) onNearEnd();
  });
  return (
    <Box ref={box} style={{ flex: 1, minHeight: 0, overflowY: 'auto', overflowAnchor: 'none' }}>
      <div role="list" aria-label={label} style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map((row) => (
          <div
            key={row.key}
            role="listitem"
            aria-posinset={row.index + 1}
            aria-setsize={total}
            data-row={row.index}
            style={{ position: 'absolute', top: 0, left: 0, right: 0, height: rowHeight, transform: `translateY(${row.start}px)` }}
          >
            {children(items[row.index]!)}
          </div>
        ))}
      </div>
    </Box>
  );
}
