import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconBraces, IconBrightness, IconKeyboard, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useAuth, useViewer } from '../auth/use-auth.ts';
import { t } from '../i18n/index.ts';
import { openKeySheet } from './print-key.ts';
import { Person } from './person.tsx';

const SCHEMES = [
  { value: 'light', icon: IconSun },
  { value: 'dark', icon: IconMoon },
  { value: 'auto', icon: IconBrightness },
] as const;

export default function PersonMenu() {
  const auth = useAuth();
  const viewer = useViewer();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="top-start" width={216}>
      <Menu.Target>
        <Person viewer={viewer} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell.theme.label')}</Menu.Label>
        {SCHEMES.map(({ value, icon: Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={16} />}
            onClick={() => setColorScheme(value)}
            {...(colorScheme === value && { 'aria-current': true as const, c: 'brand' })}
          >
            {t(`shell.theme.${value}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={openKeySheet}>
          {t('shell.keys.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconBraces size={16} />} component="a" href="/explorer" target="_blank">
          {t('shell.explorer')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void auth.signOut().catch(() => {})}>
          {t('shell.signIn.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
