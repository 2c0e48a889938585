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
  /** A tab of the list, or one of the two pages beside it. */
  readonly current: PeopleTab | 'duplicates' | 'changes';
  readonly counts: PeoplePage['tabs'] | undefined;
}

/** The line above every page of the roll: its lists, then what waits for a decision. */
export function PeopleTabs({ current, counts }: PeopleTabsProps) {
  const lists: readonly TabItem[] = [
    ...TABS,
    ...(current === 'all' ? [{ key: 'all' as const, label: '全部' }] : []),
  ].map(({ key, label }) => ({ key, label, count: counts?.[key], to: '/people', search: { tab: key } }));
  const decisions: readonly TabItem[] = [
    { key: 'duplicates', label: '疑似重复', to: '/people/duplicates', count: counts?.duplicates },
    { key: 'changes', label: '变更待核', to: '/people/changes', count: counts?.changes },
  ];
  return <Tabs items={[...lists, ...decisions]} current={current} />;
}
