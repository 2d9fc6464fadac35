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
      { to: '/review', title: 'review.title', icon: IconChecklist, scope: 'reviews:read' },
      { to: '/interactions', title: 'interactions.title', icon: IconMessages, scope: 'interactions:read' },
      { to: '/customers', title: 'customers.title', icon: IconUsersGroup, scope: 'interactions:read' },
      { to: '/knowledge', title: 'knowledge.title', icon: IconBook2, scope: 'responses:read' },
    ],
  },
  {
    title: 'shell.sections.understand',
    pages: [
      { to: '/insight', title: 'insight.title', icon: IconChartHistogram, scope: 'analytics:read' },
      { to: '/fairness', title: 'fairness.title', icon: IconScale, scope: 'fairness:read' },
      { to: '/try-it', title: 'tryIt.title', icon: IconFlask2, scope: 'sentiment:read' },
    ],
  },
  {
    title: 'shell.sections.platform',
    pages: [
      { to: '/models', title: 'models.title', icon: IconCpu, scope: 'models:read' },
      { to: '/privacy', title: 'privacy.title', icon: IconShieldLock, scope: 'privacy:read' },
      { to: '/users', title: 'users.title', icon: IconUsers, scope: 'users:read' },
    ],
  },
];
