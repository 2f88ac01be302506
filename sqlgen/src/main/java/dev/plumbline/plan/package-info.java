/**
 * Which operations lead from one database to another, and in which order.
 *
 * <p>Scope: {@link dev.plumbline.plan.Planner} turns a list of changes into a {@link
 * dev.plumbline.plan.Plan}. Words: a <em>change</em> says what differs; an <em>operation</em> is
 * one SQL command as a value; a <em>step</em> is one or more operations done in one go for one
 * cause, with its <em>reverse</em> and its <em>hazards</em> (what it may cost or lose). All
 * decisions are made here: what is rebuilt, what is cast, what comes first. The SQL renderer, the
 * migration formats and the reports call it. It never spells SQL and never talks to a database.
 */
@NullMarked
package dev.plumbline.plan;

import org.jspecify.annotations.NullMarked;
