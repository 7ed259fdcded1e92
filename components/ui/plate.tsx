/** A city's three letters in its colour; the name stands beside it, or is for the ear only with `quiet`. */
export function City({ city, quiet }: { city: { code: string; name: string; accent: string }; quiet?: boolean }) {
  const plate = (
    <span className={`plate ${city.accent}`} aria-hidden="true">
      {city.code}
    </span>
  );
  if (quiet) {
    return (
      <span>
        {plate}
        <span className="vh">{city.name}</span>
      </span>
    );
  }
  return (
    <span className="city">
      {plate}
      {city.name}
    </span>
  );
}
