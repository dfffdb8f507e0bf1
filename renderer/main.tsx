import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import '@fontsource/inter/400.css';
import '@fontsource/inter/600.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './styles.css';
import { Window } from './shell/window.tsx';

// The page's security policy forbids code made from text, which zod would try.
z.config({ jitless: true });

createRoot(document.querySelector('#root')!).render(<Window />);
