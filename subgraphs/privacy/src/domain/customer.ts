/** A customer as the gateway hands one in: the sentiment service owns them. */
export interface CustomerReference {
  id: string;
  /** With an interaction only. */
  name?: string | null;
}
