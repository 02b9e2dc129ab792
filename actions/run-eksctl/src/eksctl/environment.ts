/** Credentials in the environment, which AWS SDKs prefer to a profile that the environment names. */
const STATIC_KEYS = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
];

/**
 * The environment of the job, in which eksctl has the same credentials as this action. Its `--profile` does
 * not go with a dry run.
 */
export function environment(
  profile: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  if (!profile) return env;
  const without = Object.entries(env).filter(
    ([name]) => !STATIC_KEYS.includes(name),
  );
  return { ...Object.fromEntries(without), AWS_PROFILE: profile };
}
