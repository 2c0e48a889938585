import { type TabItem, Tabs } from '../../components/index.ts';
import type { PeoplePage, PeopleTab } from './data.ts';

const TABS: readonly { readonly key: PeopleTab; readonly label: string }[] = [
  { key: 'key', label: '重点优抚' },
  { key: 'family', label: '现役家属' },
  { key: 'other', label: '其他退役军人' },
  { key: 'stopped', label: '已停' },
];

export function isTab(text: string): text is PeopleTab {
  return text === 'all' || TABS.some((tab) => tab.key === text);
}

interface PeopleTabsProps {
  /** A tab of the list, or one of the pages beside it. */
  readonly current: PeopleTab | 'duplicates' | 'changes' | 'confirm' | 'notices' | 'transfers';
  readonly counts: PeoplePage['tabs'] | undefined;
}

/** The line above every page of the roll: its lists, then what waits for a decision, and what is kept beside. */
export function PeopleTabs({ current, counts }: PeopleTabsProps) {
  const lists: readonly TabItem[] = [
    ...TABS,
    ...(current === 'all' ? [{ key: 'all' as const, label: '全部' }] : []),
  ].map(({ key, label }) => ({ key, label, count: counts?.[key], to: '/people', search: { tab: key } }));
  const decisions: readonly TabItem[] = [
    { key: 'duplicates', label: '疑似重复', to: '/people/duplicates', count: counts?.duplicates },
    { key: 'changes', label: '变更待核', to: '/people/changes', count: counts?.changes },
  ];
  const kept: readonly TabItem[] = [
    { key: 'confirm', label: '年度确认', to: '/people/confirm' },
    { key: 'notices', label: '公示', to: '/people/notices' },
    { key: 'transfers', label: '迁入迁出', to: '/people/transfers' },
  ];
  return <Tabs items={[...lists, ...decisions, ...kept]} current={current} />;
}
