/** The issues that EKS sees in something of its own, each as `Code: message`. */
export function healthIssues(
  health: { issues?: { code?: string; message?: string }[] } = {},
): string[] {
  return (health.issues ?? []).map(
    ({ code, message }) => `${code}: ${message}`,
  );
}
