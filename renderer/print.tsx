import './zod-without-eval.ts';
import { createRoot } from 'react-dom/client';
import { explainFailure } from '../shared/words/failure.ts';
import { ask, failureOf } from './asking/ask.ts';
import { PrintPage } from './print/print-page.tsx';
import '@fontsource/inter/400.css';
import '@fontsource/inter/600.css';
import './print/print.css';

const afterTwoFrames = (run: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(run));
};

const start = async (): Promise<void> => {
  const root = createRoot(document.querySelector('#root')!);
  const comparisonId = Number(new URLSearchParams(location.search).get('comparison'));
  try {
    const model = await ask('document.content', { comparisonId });
    document.title = model.title;
    // A canvas draws with whatever font is there at the moment.
    await Promise.all(['400', '600'].map(weight => document.fonts.load(`${weight} 12px "Inter"`)));
    root.render(
      <PrintPage
        model={model}
        drawn={() => afterTwoFrames(() => (document.documentElement.dataset['ready'] = 'true'))}
      />,
    );
  } catch (error) {
    const { title, what, todo } = explainFailure(failureOf(error));
    root.render(
      <main>
        <h1>{title}</h1>
        <p>
          {what} {todo}
        </p>
      </main>,
    );
    document.documentElement.dataset['ready'] = 'failed';
  }
};

await start();
