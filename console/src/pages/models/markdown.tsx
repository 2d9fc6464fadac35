import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';

/** A chunk of its own. `react-markdown` makes no HTML from HTML and drops addresses of unknown kinds; pictures would leave this origin, so there are none. */
export default function Markdown({ text }: { text: string }) {
  return (
    <ReactMarkdown
      remarkPlugins={[remarkGfm]}
      disallowedElements={['img']}
      components={{
        // The page's own title stands above.
        h1: 'h3',
        h2: 'h4',
        h3: 'h5',
        a: ({ href, children }) => (
          <a href={href} rel="noreferrer noopener" target="_blank">
            {children}
          </a>
        ),
      }}
    >
      {text}
    </ReactMarkdown>
  );
}
