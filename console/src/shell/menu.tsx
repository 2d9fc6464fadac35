import { Group, Kbd, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { useViewer } from '../auth/use-auth.ts';
import { t } from '../i18n/index.ts';
import { pageSections } from '../pages-list.ts';
import { Brand } from './brand.tsx';
import { isMac } from './is-mac.ts';
import styles from './menu.module.css';
import { openPalette } from './open-palette.ts';
import { Person } from './person.tsx';

const PersonMenu = lazy(() => import('./person-menu.tsx'));

export function Menu({ closeButton }: { closeButton: ReactNode }) {
  const viewer = useViewer();
  return (
    <>
      <Group className={styles['brand']} justify="space-between">
        <Brand />
        {closeButton}
      </Group>
      <UnstyledButton className={styles['search']} onClick={openPalette}>
        <IconSearch size={15} />
        <span style={{ flex: 1 }}>{t('shell.palette.open')}</span>
        <Kbd size="xs">{isMac ? '⌘ K' : 'Ctrl K'}</Kbd>
      </UnstyledButton>
      <div style={{ flex: 1, overflowY: 'auto', scrollbarWidth: 'thin' }}>
        {pageSections.map(({ title, pages }) => {
          const allowed = pages.filter(({ scope }) => viewer.scopes.includes(scope));
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
      </div>
      <div className={styles['foot']}>
        <Suspense fallback={<Person viewer={viewer} />}>
          <PersonMenu />
        </Suspense>
      </div>
    </>
  );
}
