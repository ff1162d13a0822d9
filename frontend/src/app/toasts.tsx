import "@mantine/notifications/styles.layer.css";
import { Notifications } from "@mantine/notifications";

/** Where toasts stand; loaded after the page. */
export default function Toasts() {
  return <Notifications position="bottom-center" />;
}
