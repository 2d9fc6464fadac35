import {
  IconBook2,
  IconChartHistogram,
  IconChecklist,
  IconCpu,
  IconFlask2,
  IconMessages,
  IconScale,
  IconShieldLock,
  type IconProps,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { TextKey } from './i18n/index.ts';

export interface PageEntry {
  to: '/review' | '/insight' | '/interactions' | '/customers' | '/knowledge' | '/fairness' | '/models' | '/privacy' | '/users' | '/try-it';
  title: TextKey;
  icon: ComponentType<IconProps>;
  /** Whoever lacks it does not see the page in the menu. */
  scope: string;
}

/** The menu and the palette: pages by what people come for. */
export const pageSections: readonly { title: TextKey; pages: readonly PageEntry[] }[] = [
  {
    title: 'shell.sections.work',
    pages: [
      { to: '/review', title: 'shell.pages.review', icon: IconChecklist, scope: 'reviews:read' },
      { to: '/interactions', title: 'shell.pages.interactions', icon: IconMessages, scope: 'interactions:read' },
      { to: '/customers', title: 'shell.pages.customers', icon: IconUsersGroup, scope: 'interactions:read' },
      { to: '/knowledge', title: 'shell.pages.knowledge', icon: IconBook2, scope: 'responses:read' },
    ],
  },
  {
    title: 'shell.sections.understand',
    pages: [
      { to: '/insight', title: 'shell.pages.insight', icon: IconChartHistogram, scope: 'analytics:read' },
      { to: '/fairness', title: 'shell.pages.fairness', icon: IconScale, scope: 'fairness:read' },
      { to: '/try-it', title: 'shell.pages.tryIt', icon: IconFlask2, scope: 'sentiment:read' },
    ],
  },
  {
    title: 'shell.sections.platform',
    pages: [
      { to: '/models', title: 'shell.pages.models', icon: IconCpu, scope: 'models:read' },
      { to: '/privacy', title: 'shell.pages.privacy', icon: IconShieldLock, scope: 'privacy:read' },
      { to: '/users', title: 'shell.pages.users', icon: IconUsers, scope: 'users:read' },
    ],
  },
];
