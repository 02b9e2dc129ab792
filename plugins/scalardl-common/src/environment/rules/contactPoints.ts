import { hidePassword } from '../received';
import { type Breach, type Rule, type SideEntry, sidesOf } from './rule';

const FORMS = {
  jdbc: [
    /^jdbc:[a-z0-9]+:/i,
    'a JDBC URL, such as jdbc:postgresql://host:5432/name',
  ],
  dynamo: [
    /^[a-z]{2}(?:-[a-z]+)+-\d$/,
    'an AWS region, such as ap-northeast-1',
  ],
  cassandra: [
    /^[A-Za-z0-9.-]+(?:,[A-Za-z0-9.-]+)*$/,
    'host names with commas between them',
  ],
  cosmos: [
    /^https:\/\/[^/@]+\/?$/,
    'an https URL, such as https://name.documents.azure.com:443/',
  ],
} as const;

/** Contact points have the form that their storage reads, and hold no credentials. */
export const contactPoints: Rule = environment =>
  sidesOf(environment).flatMap(entry => {
    const credentials = credentialsIn(entry);
    return credentials.length > 0 ? credentials : otherForm(entry);
  });

function credentialsIn({ parts, path }: SideEntry): Breach[] {
  const points = parts.database?.contactPoints;
  const found = points === undefined ? undefined : findCredentials(points);
  if (!found) return [];
  return [
    {
      path: [...path, 'database', 'contactPoints'],
      expected: 'contact points without user and password',
      received: found,
      remedy:
        'Remove them, put them into the Kubernetes secret that database.credentialsSecret names, and change the password: it stood in a file.',
    },
  ];
}

function findCredentials(points: string): string | undefined {
  // Oracle writes an @ before the host even without a user.
  const address = points
    .replace(/^jdbc:oracle:(?:thin|oci):(?=@)/i, '')
    .replace(/^@/, '');
  if (address.includes('@')) return 'a user or a password before @';
  return /(?:^|[?&;,(])(?:password|passwd|pwd|secret)=/i.test(points)
    ? 'a password as parameter'
    : undefined;
}

function otherForm({ parts, path }: SideEntry): Breach[] {
  const { storage, contactPoints: points } = parts.database ?? {};
  if (storage === undefined || points === undefined) return [];
  const [form, expected] = FORMS[storage];
  if (form.test(points)) return [];
  return [
    {
      path: [...path, 'database', 'contactPoints'],
      expected: `${expected}, because database.storage is ${storage}`,
      received: hidePassword(points),
      remedy: 'Change the contact points, or database.storage.',
    },
  ];
}
