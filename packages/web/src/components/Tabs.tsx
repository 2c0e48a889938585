import type { ReactNode } from 'react';
import { GoLink } from '../app/links.tsx';
import type { Search } from '../app/search.ts';
import './table.css';

export interface TabItem {
  readonly key: string;
  readonly label: string;
  readonly count?: number | undefined;
  /** Another page; without it the tab only changes the address after `?`. */
  readonly to?: string;
  readonly search?: Search;
}

/** Tabs as links with their counts; the chosen one stands in the address. */
export function Tabs({
  items,
  current,
  small,
}: {
  items: readonly TabItem[];
  current: string;
  small?: boolean;
}) {
  return (
    <nav className={small ? 'tabs sm' : 'tabs'} aria-label="分页">
      {items.map((item) => (
        <GoLink
          key={item.key}
          to={item.to ?? '.'}
          search={item.search ?? (item.to === undefined ? { tab: item.key } : {})}
          aria-current={item.key === current ? 'page' : undefined}
        >
          {item.label}
          {item.count !== undefined && <b>{item.count.toLocaleString('zh-CN')}</b>}
        </GoLink>
      ))}
    </nav>
  );
}

/** The line under the menu: tabs or a title at the left, 截至 and actions at the right. */
export function PageBar({
  title,
  tabs,
  children,
}: {
  title?: string;
  tabs?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="bar pagebar">
      {title !== undefined && <h1>{title}</h1>}
      {tabs}
      <span className="grow" />
      {children}
    </div>
  );
}
