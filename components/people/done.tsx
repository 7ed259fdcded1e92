/** What was just done, said where one looks next. It stays. */
export function Done({ children }: { children: string }) {
  return (
    <p className="saved done" role="status">
      <svg viewBox="0 0 20 20" aria-hidden="true" fill="currentColor">
        <path d="M10 0a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.300 14.600L4 9.900l1.700-1.700 3 3 5.600-5.600L16 7.300Z" />
      </svg>
      {children}
    </p>
  );
}
