package io.frontdesk.notification;

/// What a mail says: a paragraph, a link, and what to do otherwise.
///
/// @param language as HTML names it
/// @param action what following the link does
/// @param linkHint stands before the link where it is spelt out
record Letter(
    String language,
    String opening,
    String action,
    String link,
    String otherwise,
    String linkHint,
    String footer) {

  String text() {
    return """
    %s

    %s:
    %s

    %s

    --
    %s
    """
        .formatted(opening, action, link, otherwise, footer);
  }

  String html() {
    return """
    <!doctype html>
    <html lang="%s">
    <body style="margin:0;background:#fbfaf8;color:#1c1b1a;font:16px/24px Inter,Helvetica,Arial,sans-serif">
    <div style="max-width:480px;margin:0 auto;padding:32px 16px">
    <p style="font-weight:600">Frontdesk</p>
    <p>%s</p>
    <p><a href="%s" style="display:inline-block;background:#0f5c4d;color:#ffffff;text-decoration:none;border-radius:8px;padding:12px 20px">%s</a></p>
    <p>%s</p>
    <p style="color:#6b6762;font-size:13px">%s<br>%s</p>
    <p style="color:#6b6762;font-size:13px">%s</p>
    </div>
    </body>
    </html>
    """
        .formatted(
            language,
            escaped(opening),
            escaped(link),
            escaped(action),
            escaped(otherwise),
            escaped(linkHint),
            escaped(link),
            escaped(footer));
  }

  /// A business may be called anything.
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
