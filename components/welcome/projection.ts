/**
 * Lambert's azimuthal equal-area projection (Snyder, Map Projections, 1987, eq. 24-2 to 24-4), turned by `turn`. The two
 * views are those of public/land.svg; their constants were fitted to it, to within half a unit of the drawing.
 */
interface View {
  longitude: number;
  latitude: number;
  scale: number;
  x: number;
  y: number;
  turn: number;
}

export const ATLANTIC: View = { longitude: -55.64, latitude: 24.09, scale: 281.83, x: 342.21, y: 290.31, turn: -0.13 };
export const EUROPE: View = { longitude: 4.64, latitude: 49.56, scale: 1083.11, x: 179.51, y: 282.48, turn: 2.16 };

const RADIANS = Math.PI / 180;

/** Degrees → units of the view's drawing. */
export function project(view: View, longitude: number, latitude: number): { x: number; y: number } {
  const east = (longitude - view.longitude) * RADIANS;
  const [here, middle] = [latitude * RADIANS, view.latitude * RADIANS];
  const factor =
    view.scale *
    Math.sqrt(2 / (1 + Math.sin(middle) * Math.sin(here) + Math.cos(middle) * Math.cos(here) * Math.cos(east)));
  const right = factor * Math.cos(here) * Math.sin(east);
  const up = factor * (Math.cos(middle) * Math.sin(here) - Math.sin(middle) * Math.cos(here) * Math.cos(east));
  const turn = view.turn * RADIANS;
  return {
    x: Math.round(view.x + right * Math.cos(turn) + up * Math.sin(turn)),
    y: Math.round(view.y - (up * Math.cos(turn) - right * Math.sin(turn))),
  };
}
