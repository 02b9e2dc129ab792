/**
 * How the actions speak with AWS: whose credentials, how long they try, and what they say when it fails.
 *
 * @packageDocumentation
 */
export * from './access';
export * from './awsError';
export * from './retryStrategy';
