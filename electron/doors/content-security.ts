const policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  // Mantine writes its colour variables into a style element.
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
} as const;

const join = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** The policy that the pages carry themselves; a meta element cannot forbid framing. */
export const metaPolicy: string = join(policy);

/** The policy that every response of a door carries. */
export const contentSecurityPolicy: string = join({ ...policy, 'frame-ancestors': "'none'" });

/** Sent with everything that the desktop's and the browser's door serve. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
  'cache-control': 'no-store',
};
