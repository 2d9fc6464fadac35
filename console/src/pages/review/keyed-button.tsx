import { Button, type ButtonProps } from '@mantine/core';
import { printKey } from '../../shell/key-sheet.tsx';
import styles from './review.module.css';

/** A button with its key printed on it. */
export function KeyedButton({ hotkey, children, ...rest }: ButtonProps & { hotkey: string; onClick: () => void; children: string }) {
  return (
    <Button
      justify="space-between"
      rightSection={<span className={styles['key']}>{printKey(hotkey)}</span>}
      aria-keyshortcuts={hotkey}
      px="sm"
      {...rest}
    >
      {children}
    </Button>
  );
}
