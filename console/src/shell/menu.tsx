import { AppShell, Burger, Group, Kbd, ScrollArea, UnstyledButton } from '@mantine/core';
import { openSpotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useViewer } from '../auth/use-auth.ts';
import { t } from '../i18n/index.ts';
import { pageSections } from '../pages-list.ts';
import { Brand } from './brand.tsx';
import { isMac } from './is-mac.ts';
import styles from './menu.module.css';
import { PersonMenu } from './person-menu.tsx';

export function Menu({ onClose }: { onClose: () => void }) {
  const { scopes } = useViewer();
  return (
    <>
      <AppShell.Section className={styles['brand']}>
        <Group justify="space-between">
          <Brand />
          <Burger opened onClick={onClose} size="sm" hiddenFrom="md" aria-label={t('shell.close')} />
        </Group>
      </AppShell.Section>
      <AppShell.Section>
        <UnstyledButton className={styles['search']} onClick={openSpotlight}>
          <IconSearch size={15} />
          <span style={{ flex: 1 }}>{t('shell.palette.open')}</span>
          <Kbd size="xs">{isMac ? '⌘ K' : 'Ctrl K'}</Kbd>
        </UnstyledButton>
      </AppShell.Section>
      <AppShell.Section grow component={ScrollArea} type="scroll">
        {pageSections.map(({ title, pages }) => {
          const allowed = pages.filter(({ scope }) => scopes.includes(scope));
          if (allowed.length === 0) return null;
          return (
            <div key={title}>
              <div className={styles['section']}>{t(title)}</div>
              {allowed.map(({ to, title: name, icon: Icon }) => (
                <Link key={to} to={to} className={styles['link']} activeOptions={{ includeSearch: false }}>
                  <Icon size={18} stroke={1.6} />
                  {t(name)}
                </Link>
              ))}
            </div>
          );
        })}
      </AppShell.Section>
      <AppShell.Section className={styles['foot']}>
        <PersonMenu />
      </AppShell.Section>
    </>
  );
}
