import { createHash, createHmac } from 'node:crypto';
import { present } from '../awsClients.ts';

/** What a token of EKS says and who signed it. */
export interface TokenContent {
  /** Address of STS: the bed's. */
  readonly url: string;
  /** Variables with which an AWS SDK signs in. */
  readonly env: Record<string, string>;
  /** The cluster that it is for, in the header that is signed. */
  readonly cluster: string;
  readonly action?: string;
  readonly at?: Date;
}

const SIGNED_HEADERS = 'host;x-k8s-aws-id';
const REGION = 'eu-central-1';

/**
 * The token that `aws eks get-token` prints: a presigned GetCallerIdentity
 * (https://github.com/kubernetes-sigs/aws-iam-authenticator#api-authorization-from-outside-a-cluster).
 */
export function bearerToken(content: TokenContent): string {
  const { url, action = 'GetCallerIdentity', env } = content;
  const moment = (content.at ?? new Date())
    .toISOString()
    .replace(/[-:]|\.\d+/g, '');
  const scope = `${moment.slice(0, 8)}/${REGION}/sts/aws4_request`;
  const query = Object.entries({
    Action: action,
    Version: '2011-06-15',
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${env.AWS_ACCESS_KEY_ID}/${scope}`,
    'X-Amz-Date': moment,
    'X-Amz-Expires': '60',
    'X-Amz-Security-Token': present(env.AWS_SESSION_TOKEN),
    'X-Amz-SignedHeaders': SIGNED_HEADERS,
  })
    .map(pair => pair.map(encodeURIComponent).join('='))
    .join('&');
  const canonical = [
    'GET',
    '/',
    query,
    `host:${new URL(url).host}`,
    `x-k8s-aws-id:${content.cluster}`,
    '',
    SIGNED_HEADERS,
    sha256(''),
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', moment, scope, sha256(canonical)].join(
    '\n',
  );
  const key = scope
    .split('/')
    .reduce<Buffer | string>(
      (secret, part) => hmac(secret, part),
      `AWS4${env.AWS_SECRET_ACCESS_KEY}`,
    );
  const signature = hmac(key, text).toString('hex');
  const presigned = `${url}/?${query}&X-Amz-Signature=${signature}`;
  return `k8s-aws-v1.${Buffer.from(presigned).toString('base64url')}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
