/// The PostgreSQL that the service logs in to: the one named by the environment, or one of its
/// own in the data folder. Imports nothing of ours.
@NullMarked
package io.frontdesk.database;

import org.jspecify.annotations.NullMarked;
