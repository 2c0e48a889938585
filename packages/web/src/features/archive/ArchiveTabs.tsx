import { PageBar, Tabs } from '../../components/index.ts';

/** 目录 and 缺件: the two sides of the archive. */
export function ArchiveTabs({ current }: { current: string }) {
  const items = [
    { key: '/archive', label: '目录', to: '/archive' },
    { key: '/archive/missing', label: '缺件', to: '/archive/missing' },
  ];
  return <PageBar tabs={<Tabs items={items} current={current} />} />;
}
