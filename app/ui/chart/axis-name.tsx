import { Text, type YAxisTickContentProps } from 'recharts';
import { maxLines } from './axes.ts';

/** A name beside its bar, broken into lines that leave room for stacked marks. */
export function AxisName({ x, y, width, payload }: YAxisTickContentProps) {
  return (
    <Text
      x={x}
      y={y}
      width={Number(width) - 8}
      textAnchor="end"
      verticalAnchor="middle"
      maxLines={maxLines}
      lineHeight="1.35em"
      fontSize={14}
      fill="rgb(var(--ink))"
    >
      {payload.value}
    </Text>
  );
}
