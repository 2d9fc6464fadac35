import { Box, Burger } from '@mantine/core';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { t } from '../i18n/index.ts';
import { Brand } from './brand.tsx';
import { Menu } from './menu.tsx';
import { OfflineNote } from './offline-note.tsx';
import styles from './shell.module.css';
import { useIdle } from './use-idle.ts';

const Extras = lazy(() => import('./extras.tsx'));

/** Menu at the side (behind a button on a small screen) and the page. What nobody needs at once comes when the page is there. */
export function Shell() {
  const [opened, setOpened] = useState(false);
  const idle = useIdle();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const close = () => setOpened(false);
  useEffect(close, [path]);
  useEffect(() => {
    if (!opened) return undefined;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && close();
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [opened]);
  return (
    <div className={styles['shell']} data-menu={opened || undefined}>
      <a className="skip-link" href="#page">
        {t('shell.skipToContent')}
      </a>
      <div className={styles['bar']}>
        <Burger opened={opened} onClick={() => setOpened(!opened)} size="sm" aria-label={t('shell.menu')} />
        <Brand size={24} />
      </div>
      <button type="button" className={styles['shade']} onClick={close} aria-label={t('shell.close')} tabIndex={-1} />
      <nav className={styles['menu']} aria-label={t('shell.menu')}>
        <Menu closeButton={<Burger className={styles['closeMenu']} opened onClick={close} size="sm" aria-label={t('shell.close')} />} />
      </nav>
      <main style={{ minWidth: 0 }}>
        <OfflineNote />
        <Box id="page" tabIndex={-1} style={{ outline: 'none' }}>
          <Outlet />
        </Box>
      </main>
      {idle && (
        <Suspense>
          <Extras />
        </Suspense>
      )}
    </div>
  );
}
