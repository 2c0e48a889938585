import { Link, useNavigate } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { keptSearch, type Search } from './search.ts';

interface GoLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'target'> {
  readonly to: string;
  readonly search?: Search;
  readonly children: ReactNode;
}

/** A link inside the product: keeps town, year and 截至, drops the filters of the page it leaves. */
export function GoLink({ to, search, children, ...rest }: GoLinkProps) {
  return (
    <Link
      {...rest}
      // Tabs of one page differ only after `?`: a link is the present page when the whole address is.
      activeOptions={{ exact: true, includeSearch: true }}
      to={to}
      search={((old: Search) => ({ ...keptSearch(old), ...search })) as never}
    >
      {children}
    </Link>
  );
}

/** The same as GoLink, for code: `go('/people/42')`. */
export function useGo(): (to: string, search?: Search) => void {
  const navigate = useNavigate();
  return (to, search) => {
    void navigate({ to, search: (old: Search) => ({ ...keptSearch(old), ...search }) } as never);
  };
}
