/** The mark: crust above, mantle below, and the tremor that found the boundary between them. */
export const LogoMark = ({ size = 28 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path d="M3 4h26v7.5H3z" fill="currentColor" opacity=".28" />
    <path d="M3 13h26v4.2h-6.3l-1.6 4.3-3-11-3 13.4-2.2-6.7H3z" fill="currentColor" opacity=".62" />
    <path d="M3 29V19h8.4l3.6 8.6 3.3-11 2.2 5.6 1.8-3.2H29v10z" fill="var(--ember)" />
  </svg>
);
