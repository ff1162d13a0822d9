/// How the API speaks: problems, pages, merge patches and clean text. Uses `tenancy` only.
@NullMarked
package io.frontdesk.web;

import org.jspecify.annotations.NullMarked;
