import { Skeleton, useComputedColorScheme } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { ChartSpec } from '../../shared/charts/chart-spec.ts';
import { ChartLegend } from './chart-legend.tsx';

const LazyCanvas = lazy(async () => {
  const { ChartCanvas } = await import('./chart-canvas.tsx');
  return { default: ChartCanvas };
});

/** A chart with its legend; the drawing code is fetched when the first chart is shown. */
export const ChartView = ({ spec, height = 300 }: { readonly spec: ChartSpec; readonly height?: number }) => {
  const scheme = useComputedColorScheme('light');
  return (
    <div>
      <ChartLegend spec={spec} scheme={scheme} />
      <div className="chart-box" style={{ height }}>
        <Suspense fallback={<Skeleton height={height} />}>
          <LazyCanvas spec={spec} scheme={scheme} />
        </Suspense>
      </div>
    </div>
  );
};
