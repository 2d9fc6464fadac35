import { Anchor, type AnchorProps } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** Where rows are: a page, and what its address says. */
export interface RowsTarget {
  to: string;
  search?: object;
  params?: object;
}

/** A link in Mantine's dress to a page of the console. Pages read their own search parameters, so any object will do here. */
export function RowsLink({ to, search, params, children, ...looks }: RowsTarget & AnchorProps & { children: ReactNode }) {
  return (
    <Anchor component={Link} to={to} {...(search && { search: search as never })} {...(params && { params: params as never })} {...looks}>
      {children}
    </Anchor>
  );
}
