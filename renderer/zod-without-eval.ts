import { z } from 'zod';

// The page's security policy forbids code made from text, which zod tries as soon as a schema is made:
// this module must be imported before any that makes one.
z.config({ jitless: true });
