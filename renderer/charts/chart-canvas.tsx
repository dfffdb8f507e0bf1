import { useEffect, useRef } from 'react';
import type { ChartSpec } from '../../shared/charts/chart-spec.ts';
import { chartSummary } from '../../shared/charts/chart-summary.ts';
import { drawChart, type Drawing } from './draw-chart.ts';
import type { ChartScheme } from './palette.ts';

export interface ChartCanvasProps {
  readonly spec: ChartSpec;
  readonly scheme: ChartScheme;
  /** Fixed size in CSS pixels for paper; on screen the parent decides. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** A chart on a canvas, described in words for people who do not see it. */
export const ChartCanvas = ({ spec, scheme, size }: ChartCanvasProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef<Drawing>(null);
  const drawn = useRef<{ readonly spec: ChartSpec; readonly scheme: ChartScheme }>(null);

  useEffect(() => {
    if (drawing.current) {
      if (drawn.current?.spec !== spec || drawn.current.scheme !== scheme)
        drawing.current.redraw(spec, scheme);
    } else if (canvas.current) {
      drawing.current = drawChart(canvas.current, spec, scheme);
    }
    drawn.current = { spec, scheme };
  }, [spec, scheme]);

  useEffect(
    () => () => {
      drawing.current?.remove();
      drawing.current = null;
    },
    [],
  );

  // A canvas is the picture itself; an img element could not be drawn on.
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
  return <canvas ref={canvas} role="img" aria-label={chartSummary(spec)} {...size} />;
};
