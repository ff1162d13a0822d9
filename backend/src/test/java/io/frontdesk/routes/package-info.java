/// What holds for every operation of the served OpenAPI document, whatever room it lives in: a new
/// one is covered the day it is added. May use every room, and what their tests make rows with.
@NullMarked
package io.frontdesk.routes;

import org.jspecify.annotations.NullMarked;
