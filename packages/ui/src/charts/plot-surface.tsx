import { useComputedColorScheme } from '@mantine/core';
import { type ReactElement, useEffect, useEffectEvent, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { formatMetric } from '../values/format-number.js';
import { alignSeries } from './align-series.js';
import classes from './chart.module.css';
import { axisTitle, type ChartAxis, type ChartSeries } from './chart-series.js';
import { nearestPoint } from './nearest-point.js';
import { plotOptions } from './plot-options.js';

export interface PlotSurfaceProps {
  readonly label: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly series: readonly ChartSeries[];
  readonly height: number;
  readonly onPick?: ((seriesId: string, x: number) => void) | undefined;
}

/** The canvas of a chart. Made anew when its set of series or the colour scheme changes; else only its data is set. */
export function PlotSurface(props: PlotSurfaceProps): ReactElement {
  const scheme = useComputedColorScheme('light');
  const layout = props.series.map((s) => [s.id, s.mark, s.color, s.strong, s.faint].join('|')).join('\n');
  return <Plot key={[scheme, props.height, axisTitle(props.x), axisTitle(props.y), layout].join('\n')} {...props} />;
}

function Plot({ label, x, y, series, height, onPick }: PlotSurfaceProps): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const build = useEffectEvent((element: HTMLDivElement) => {
    const style = getComputedStyle(element);
    const options = plotOptions(
      { x, y, series },
      {
        width: Math.max(element.clientWidth, 120),
        height,
        color: (property) => style.getPropertyValue(property).trim() || '#888',
        stepped: () => (uPlot.paths.stepped as NonNullable<typeof uPlot.paths.stepped>)({ align: 1 }),
      },
    );
    return new uPlot(options, alignSeries(series) as uPlot.AlignedData, element);
  });
  const hover = useEffectEvent((place: { left: number; top: number } | null) => {
    const element = card.current;
    if (!element || !plot.current) return;
    const point = place && nearestPoint(plot.current, place);
    element.hidden = !point;
    if (!point) return;
    const name = series[point.series]?.label ?? '';
    element.textContent = `${name} · ${x.label} ${formatMetric(point.x)}: ${formatMetric(point.y)}`;
    const flip = point.left > plot.current.over.clientWidth / 2;
    const left = plot.current.over.offsetLeft + point.left;
    element.style.transform = `translate(${left}px, ${point.top + 8}px) translateX(${flip ? '-105%' : '8px'})`;
  });
  const pick = useEffectEvent((place: { left: number; top: number }) => {
    const point = plot.current && nearestPoint(plot.current, place);
    const picked = point && series[point.series];
    if (point && picked) onPick?.(picked.id, point.x);
  });

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const made = build(element);
    plot.current = made;
    const over = made.over;
    const place = (event: MouseEvent) => ({ left: event.offsetX, top: event.offsetY });
    const move = (event: MouseEvent) => hover(place(event));
    const leave = () => hover(null);
    const click = (event: MouseEvent) => pick(place(event));
    over.addEventListener('mousemove', move);
    over.addEventListener('mouseleave', leave);
    over.addEventListener('click', click);
    const resize = new ResizeObserver(() => made.setSize({ width: Math.max(element.clientWidth, 120), height }));
    resize.observe(element);
    return () => {
      resize.disconnect();
      made.destroy();
      plot.current = undefined;
    };
  }, [height]);

  useEffect(() => {
    plot.current?.setData(alignSeries(series) as uPlot.AlignedData);
  }, [series]);

  const what = `${label}. ${axisTitle(y)} by ${axisTitle(x).toLowerCase()}. The table view has the numbers.`;
  return (
    <div className={classes.surface} style={{ height }}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- uPlot draws on canvases inside */}
      <div ref={host} role="img" aria-label={what} data-points={series.reduce((n, s) => n + s.x.length, 0)} />
      <div ref={card} className={classes.hover} hidden aria-hidden="true" />
    </div>
  );
}
