/** Why the portal is not up, in words that a person can act on; printed without a stack trace. */
export class PortalError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PortalError';
  }
}
