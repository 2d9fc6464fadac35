import { Kbd } from '@mantine/core';
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconCommand, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useViewer } from '../auth/use-auth.ts';
import { t } from '../i18n/index.ts';
import { pageSections } from '../pages-list.ts';
import { printKey } from './print-key.ts';
import { useKeyGroups } from './keys.ts';

/** Ctrl-K: go to a page, or run what the open page has a key for. */
export function Palette() {
  const navigate = useNavigate();
  const { scopes } = useViewer();
  const groups = useKeyGroups();
  const pages: SpotlightActionGroupData = {
    group: t('shell.palette.pages'),
    actions: pageSections
      .flatMap(({ pages }) => pages)
      .filter(({ scope }) => scopes.includes(scope))
      .map(({ to, title, icon: Icon }) => ({
        id: to,
        label: t(title),
        leftSection: <Icon size={18} stroke={1.6} />,
        onClick: () => void navigate({ to }),
      })),
  };
  const commands: SpotlightActionGroupData = {
    group: t('shell.palette.commands'),
    actions: groups.flatMap(({ title, bindings }) =>
      bindings
        .filter(({ disabled, hidden, key }) => !disabled && !hidden && key !== 'mod+k')
        .map(({ key, label, run }) => ({
          id: `${title} ${key}`,
          label,
          leftSection: <IconCommand size={18} stroke={1.6} />,
          rightSection: <Kbd size="xs">{printKey(key)}</Kbd>,
          onClick: run,
        })),
    ),
  };
  return (
    <Spotlight
      actions={[commands, pages].filter(({ actions }) => actions.length > 0)}
      shortcut="mod + K"
      nothingFound={t('shell.palette.nothing')}
      highlightQuery
      scrollable
      maxHeight={420}
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: t('shell.palette.placeholder'),
        'aria-label': t('shell.palette.open'),
      }}
    />
  );
}
