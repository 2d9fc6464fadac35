import { Button, type ButtonProps } from '@mantine/core';
import { printKey } from '../../shell/print-key.ts';
import styles from './review.module.css';

const LABEL = { label: { flex: 1, justifyContent: 'flex-start' } };

/** A button with its key printed on it. */
export function KeyedButton({ hotkey, children, ...rest }: ButtonProps & { hotkey: string; onClick: () => void; children: string }) {
  const key = <span className={styles['key']}>{printKey(hotkey)}</span>;
  return (
    <Button justify="space-between" rightSection={key} aria-keyshortcuts={hotkey} px="sm" styles={LABEL} {...rest}>
      {children}
    </Button>
  );
}
