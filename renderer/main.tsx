import './zod-without-eval.ts';
import { createRoot } from 'react-dom/client';
import '@fontsource/inter/400.css';
import '@fontsource/inter/600.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './styles.css';
import { Window } from './shell/window.tsx';

createRoot(document.querySelector('#root')!).render(<Window />);
