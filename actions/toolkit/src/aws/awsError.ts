/** What the AWS SDK throws, as far as it is read here. */
interface ServiceError extends Error {
  $metadata?: { httpStatusCode?: number; requestId?: string };
  $fault?: 'client' | 'server';
  Code?: string;
  code?: string;
}

/** The error code of AWS, such as `RouteAlreadyExists`; `undefined` where AWS did not answer. */
export function awsErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { $metadata, Code, name } = error as ServiceError;
  if ($metadata?.httpStatusCode === undefined) return undefined;
  return Code ?? name;
}

const DENIED = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'UnauthorizedOperation',
]);

export function isAccessDenied(error: unknown): boolean {
  return DENIED.has(awsErrorCode(error) ?? '');
}

const BAD_CREDENTIALS = new Set([
  'AuthFailure',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'RequestExpired',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
]);

/** An error of AWS for a person, with what to do where that is known. */
export class AwsCallError extends Error {
  name = 'AwsCallError';
  /** As IAM writes it: `ec2:CreateRoute`. */
  readonly action: string;

  constructor(
    message: string,
    { cause, action }: { cause: unknown; action: string },
  ) {
    super(message, { cause });
    this.action = action;
  }
}

/**
 * Says which call failed, why, and what to change.
 *
 * @param call - service and operation as IAM writes them, and what was meant: `ec2:CreateRoute for 10.1.0.0/20 in rtb-1`
 * @param as - whose credentials: `the Ledger's credentials (profile ledger, ap-northeast-1)`
 */
export function explainAwsError(
  error: unknown,
  { call, as }: { call: string; as: string },
): AwsCallError {
  const { name, message, $metadata, code } = error as ServiceError;
  const reason = `${awsErrorCode(error) ?? code ?? name}: ${message}`;
  const request = $metadata?.requestId
    ? ` (request ${$metadata.requestId})`
    : '';
  return new AwsCallError(
    `${call} failed with ${as}: ${reason.replace(/\.?$/, '')}${request}.${remedy(error, call)}`,
    { cause: error, action: actionOf(call) },
  );
}

function actionOf(call: string): string {
  return call.split(' ')[0] ?? call;
}

function remedy(error: unknown, call: string): string {
  const answered = awsErrorCode(error);
  if (isAccessDenied(error)) {
    return ` Allow ${actionOf(call)} in the policy of that role; the action's README has the whole policy.`;
  }
  if (answered && BAD_CREDENTIALS.has(answered)) {
    return ' Sign in again: these credentials are not valid now.';
  }
  if (answered === undefined && error instanceof Error) {
    return error.name === 'CredentialsProviderError'
      ? ' Sign in to AWS before this step, for example with aws-actions/configure-aws-credentials.'
      : ' No answer came: check the region, AWS_ENDPOINT_URL and the network of the runner.';
  }
  return '';
}
