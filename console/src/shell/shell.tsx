import { AppShell, Box, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { t } from '../i18n/index.ts';
import { Brand } from './brand.tsx';
import { KeySheet } from './key-sheet.tsx';
import { Menu } from './menu.tsx';
import { Palette } from './palette.tsx';
import { OfflineNote } from './offline-note.tsx';

/** Menu at the side (behind a button on a small screen), the page, and what is everywhere: palette, sheet of keys. */
export function Shell() {
  const [opened, { toggle, close }] = useDisclosure(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => close(), [path, close]);
  return (
    <AppShell
      layout="alt"
      navbar={{ width: 232, breakpoint: 'md', collapsed: { mobile: !opened } }}
      header={{ height: { base: 52, md: 0 } }}
      padding={0}
      transitionDuration={120}
    >
      <a className="skip-link" href="#page">
        {t('shell.skipToContent')}
      </a>
      <AppShell.Header hiddenFrom="md" bg="var(--panel)">
        <Group h="100%" px="sm" gap="sm">
          <Burger opened={opened} onClick={toggle} size="sm" aria-label={t('shell.menu')} />
          <Brand size={24} />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar bg="var(--panel)" aria-label={t('shell.menu')}>
        <Menu onClose={close} />
      </AppShell.Navbar>
      <AppShell.Main>
        <OfflineNote />
        <Box id="page" tabIndex={-1} style={{ outline: 'none' }}>
          <Outlet />
        </Box>
      </AppShell.Main>
      <Palette />
      <KeySheet />
    </AppShell>
  );
}
