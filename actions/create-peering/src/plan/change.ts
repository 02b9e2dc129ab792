/** One change, made or to be made. Account ids stand in none of its texts, so that no output is dropped for them. */
export interface Change {
  connection: string;
  network: string;
  action:
    | 'request'
    | 'accept'
    | 'adopt'
    | 'release'
    | 'create'
    | 'replace'
    | 'set'
    | 'remove';
  kind: 'peering' | 'dns' | 'route' | 'rule';
  /** What is changed: a peering, a range in a table, ports of a group. */
  subject: string;
}

/** `create route 10.1.0.0/20 in rtb-1` */
export function changeText({ action, kind, subject }: Change): string {
  return `${action} ${kind} ${subject}`;
}
